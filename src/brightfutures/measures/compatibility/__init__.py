"""Other tools' numbers, reproduced to the last digit from the same files, with their traps named.

LAIT (`lait`), the Department for Education's outcomes and enablers dashboard (`dashboard`) and
Fingertips (`fingertips`): each module states the tool's rules, and takes and gives plain values.
`inputs` makes those values from readings and panels, `beside_ours` finds the traps that show only
beside our own results.
"""
