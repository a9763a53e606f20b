/// Files of people as rows of text: CSV, XLSX, vCard. Every size is bounded, whatever the file says about itself, and
/// no more than a few rows are in memory.
///
/// `RowReader.open` is asked by whoever reads one; `Encodings` and `Delimiters` guess how a text file is written.
@NullMarked
package org.santral.server.imports.files;

import org.jspecify.annotations.NullMarked;
