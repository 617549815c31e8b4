"""The same pages made by other generators: `python -m benchmarks.peers`."""
