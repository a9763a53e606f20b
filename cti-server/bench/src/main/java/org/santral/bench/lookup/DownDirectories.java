package org.santral.bench.lookup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.santral.bench.house.Workplace;

/// Outside directories of every kind that are configured and down, each in two ways: nobody listens at the
/// port, and somebody takes the connection and never says a word.
final class DownDirectories implements AutoCloseable {
    private final List<ServerSocket> blackHoles = new ArrayList<>();
    private final List<String> settings = new ArrayList<>();

    /// @param folder for copies of address books
    DownDirectories(Path folder) throws IOException {
        settings.add("--santral.directories.folder=" + folder);
        settings.add("--santral.directories.allowed-hosts=127.0.0.1");
        int[] refused = {Workplace.freePort(), Workplace.freePort(), Workplace.freePort()};
        int[] silent = {blackHole(), blackHole(), blackHole()};
        add("Staff", 0, "ldap.url=ldap://127.0.0.1:" + refused[0], "ldap.base=dc=example,dc=com");
        add("Staff elsewhere", 1, "ldap.url=ldap://127.0.0.1:" + silent[0], "ldap.base=dc=example,dc=com");
        add("Contacts", 2, "card-dav.url=http://127.0.0.1:" + refused[1] + "/contacts/");
        add("Contacts elsewhere", 3, "card-dav.url=http://127.0.0.1:" + silent[1] + "/contacts/");
        add("CRM", 4, crm(refused[2]));
        add("CRM elsewhere", 5, crm(silent[2]));
    }

    private static String[] crm(int port) {
        return new String[] {
            "http.url=http://127.0.0.1:" + port + "/people?phone={e164}",
            "http.matches=/data",
            "http.fields.key=/id",
            "http.fields.name=/name"
        };
    }

    private void add(String name, int place, String... of) {
        String at = "--santral.directories.list[" + place + "].";
        settings.add(at + "name=" + name);
        for (String one : of) {
            settings.add(at + one);
        }
    }

    /// The kernel takes connections for it; it never does.
    private int blackHole() throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        blackHoles.add(socket);
        return socket.getLocalPort();
    }

    int count() {
        return 2 * blackHoles.size();
    }

    /// As the server's command line takes them.
    List<String> settings() {
        return List.copyOf(settings);
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket socket : blackHoles) {
            socket.close();
        }
    }
}
