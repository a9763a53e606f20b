package org.santral.pbxconfig.yaml;

/// One thing that is wrong in `site.yaml`, said so that it can be mended without asking.
///
/// @param line counted from 1, 0 when the problem has no place in the file
/// @param path the key, for example `dids[1].queue`
public record Problem(int line, String path, String wrong, String mend) {

    @Override
    public String toString() {
        return (line > 0 ? "line " + line + ": " : "") + path + ": " + wrong + "; " + mend;
    }
}
