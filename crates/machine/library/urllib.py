"""Addresses of the web, and what is there."""
