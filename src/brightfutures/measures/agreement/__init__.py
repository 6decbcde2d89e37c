"""How far figures and Ofsted’s grades agree."""
