process.stderr.write('uspi: nothing is wired yet\n');
