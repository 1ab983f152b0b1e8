// Pike's own library: the files this is all measured on.

//! Where it is: $PIKE_LIBRARY, or the folder of the master that runs this program.
string folder()
{
  return getenv("PIKE_LIBRARY") || dirname(master()->_master_file_name);
}

//! Every .pike and .pmod file below a folder, in the order of their paths. Links that lead nowhere are no files.
array(string) files(string below)
{
  array(string) found = ({});
  foreach (get_dir(below) || ({}), string name) {
    string path = combine_path(below, name);
    Stdio.Stat stat = file_stat(path);
    if (!stat)
      continue;
    if (stat->isdir && !is_link(path))
      found += files(path);
    else if (stat->isreg && (has_suffix(name, ".pike") || has_suffix(name, ".pmod")))
      found += ({ path });
  }
  return sort(found);
}

// A linked folder may lead in a circle.
protected int(0..1) is_link(string path)
{
  return file_stat(path, 1)->islnk;
}
