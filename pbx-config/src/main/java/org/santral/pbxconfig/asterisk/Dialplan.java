package org.santral.pbxconfig.asterisk;

/// Writes contexts and extensions of `extensions.conf`, one step a line.
///
/// Steps are this program's own text; of a site only checked names and digits may stand in them, because
/// Asterisk evaluates `${...}` wherever it finds it.
final class Dialplan {

    private final Conf conf;

    Dialplan(Conf conf) {
        this.conf = conf;
    }

    Dialplan context(String name) {
        conf.section(name);
        return this;
    }

    Dialplan comment(String words) {
        conf.comment(words);
        return this;
    }

    Dialplan include(String context) {
        conf.line("include => " + context);
        return this;
    }

    Dialplan hint(String extension, String device) {
        conf.line("exten => " + extension + ",hint," + device);
        return this;
    }

    /// The first step of an extension.
    Dialplan extension(String extension, String step) {
        conf.line("exten => " + extension + ",1," + step);
        return this;
    }

    Dialplan then(String step) {
        conf.line(" same => n," + step);
        return this;
    }

    Dialplan thenIf(boolean wanted, String step) {
        return wanted ? then(step) : this;
    }

    /// A step that others jump to.
    Dialplan label(String label, String step) {
        conf.line(" same => n(" + label + ")," + step);
        return this;
    }
}
