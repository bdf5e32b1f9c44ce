"""What every part of the driver uses: errors, text, files, progress."""
