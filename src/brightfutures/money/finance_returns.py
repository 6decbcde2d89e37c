"""The councils' finance returns and the ways in which they tell a line, as the catalogue has them.

`catalogue/spending/accounts.toml` declares the returns and `measures.toml` the ways; a name that
neither has is told by no panel, and so is no figure at all.
"""

OUTTURN = "revenue_outturn"
SECTION_251 = "section_251"
BUDGET = "revenue_budget"

BEFORE_INCOME = "spend"
INCOME = "income"
AFTER_INCOME = "net_spend"
BUDGET_AFTER_INCOME = "net_budget"
"""The budget's own way; all others are of the outturn and of the section 251 return."""
