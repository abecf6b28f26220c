"""What a page shows of a noun: plain functions from incidents and reports to small frozen things to print."""
