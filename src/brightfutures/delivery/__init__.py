"""Floor 8: in what form does it come? One HTML file, a server, PDF, XLSX, CSV, JSON."""
