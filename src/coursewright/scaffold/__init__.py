"""What `coursewright new` writes: files with a few words to replace, each ending in `.new`."""
