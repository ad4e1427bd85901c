"""Reports that derive from one hand-out, found by what they copy and by what they retell."""

from memoire.following.handouts.grouping import Handout, group_handouts, handout_of
from memoire.following.handouts.report import Report

__all__ = ["Handout", "Report", "group_handouts", "handout_of"]
