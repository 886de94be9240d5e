"""Counterclaim reads reports of armed conflict into a ledger of attributed claims."""
