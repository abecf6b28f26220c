"""The desk: the local web page where analysts read, check and decide.

It asks `dateline.run`, and codes nothing itself.
"""
