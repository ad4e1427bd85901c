"""Read-outs of one meeting side by side: what all say, what some say, and what is said differently."""

from memoire.following.readouts.aligning import compare_readouts
from memoire.following.readouts.records import Comparison, Difference, Line, Readout

__all__ = ["Comparison", "Difference", "Line", "Readout", "compare_readouts"]
