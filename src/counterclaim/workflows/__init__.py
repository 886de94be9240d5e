"""The main jobs, strung together from the stages; each takes its collaborators in the open."""
