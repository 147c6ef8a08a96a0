"""Site engines: the only place that imports one."""
