package org.santral.server.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.santral.server.imports.files.RowReader;
import org.santral.server.rest.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/// The files of the jobs, each under the job's number, readable by the server alone.
final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final int A_PIECE = 1 << 16;
    private static final String HALF = "coming-";
    private static final long DRAINED = 64L << 20;

    private final Path folder;
    private final long most;

    Uploads(ImportSettings settings) {
        folder = settings.dir().toAbsolutePath().normalize();
        most = (long) settings.megabytes() << 20;
    }

    Path of(long job) {
        return folder.resolve(job + ".upload");
    }

    /// Written piece by piece beside its place; what is cut off or too long leaves nothing.
    ///
    /// @throws Refusal 413 when it is too long
    Path receive(InputStream body) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, HALF, ".upload");
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] piece = new byte[A_PIECE];
            long length = 0;
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                length += read;
                if (length > most) {
                    drain(body, piece);
                    throw new Refusal(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "Too long",
                            "A file has at most " + (most >> 20) + " MB; divide it, or compress its pictures away.");
                }
                out.write(piece, 0, read);
            }
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        return file;
    }

    /// Who still sends does not read the answer: some more is taken, so that they learn why.
    private static void drain(InputStream body, byte[] piece) throws IOException {
        long left = DRAINED;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = body.read(piece);
        }
    }

    /// What a server that was killed had not received whole.
    void forgetHalves() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder, HALF + "*")) {
            halves.forEach(this::delete);
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("{} cannot be tidied: {}", folder, e.getMessage());
        }
    }

    void keep(Path received, long job) throws IOException {
        Files.move(received, of(job));
    }

    /// A file that cannot be deleted now is in nobody's way.
    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted: {}", file, e.getMessage());
        }
    }

    /// By its first bytes: what a file is called says nothing.
    static RowReader.Format formatOf(Path file) throws IOException {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(1_024);
        }
        if (first.length > 3 && first[0] == 'P' && first[1] == 'K' && first[2] < 9) {
            return RowReader.Format.XLSX;
        }
        if (first.length > 3 && (first[0] & 0xFF) == 0xD0 && (first[1] & 0xFF) == 0xCF) {
            throw new Refusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "An old format",
                    "This is an XLS file or a protected one; save it as XLSX without a password, or as CSV.");
        }
        String text = new String(first, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replaceFirst("^[\\u00ef\\u00bb\\u00bf\\u00fe\\u00ff]+", "")
                .strip()
                .toUpperCase(Locale.ROOT);
        return text.startsWith("BEGIN:VCARD") ? RowReader.Format.VCARD : RowReader.Format.CSV;
    }
}
