package org.santral.bench.pop;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/// The least there can be between an exchange and a screen: no model, no look-up, no journal, no people.
///
/// One thread reads the event session and answers each `DialBegin` with a message of a card's size to the
/// phone's desk, over the WebSocket of the Tomcat that the server has.
public final class FloorServer {
    private static final Map<String, Session> DESKS = new ConcurrentHashMap<>();

    private FloorServer() {}

    /// `EXCHANGE-PORT WEB-PORT BYTES`.
    public static void main(String[] args) throws Exception {
        serve(Integer.parseInt(args[1]));
        try (Socket exchange = new Socket("127.0.0.1", Integer.parseInt(args[0]))) {
            exchange.setTcpNoDelay(true);
            exchange.getOutputStream()
                    .write("Action: Login\r\nUsername: bench\r\nSecret: bench\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            read(new BufferedInputStream(exchange.getInputStream(), 1 << 16), Integer.parseInt(args[2]));
        }
    }

    private static void serve(int port) throws LifecycleException {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Path.of("floor").toAbsolutePath().toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(port);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer(new WsSci(), null);
        context.addApplicationListener(Opening.class.getName());
        Tomcat.addServlet(context, "nothing", new HttpServlet() {
            private static final long serialVersionUID = 1L;
        });
        context.addServletMappingDecoded("/", "nothing");
        tomcat.start();
    }

    /// Made by Tomcat.
    public static final class Opening implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            ServerContainer container =
                    (ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName());
            try {
                container.addEndpoint(ServerEndpointConfig.Builder.create(Desk.class, "/ws/{phone}")
                        .build());
            } catch (DeploymentException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// Made by Tomcat, one for each screen.
    public static final class Desk extends Endpoint {
        @Override
        public void onOpen(Session session, EndpointConfig config) {
            DESKS.put(session.getPathParameters().getOrDefault("phone", ""), session);
        }
    }

    private static void read(InputStream in, int bytes) throws IOException {
        StringBuilder line = new StringBuilder();
        boolean dial = false;
        String caller = "";
        int read;
        while ((read = in.read()) >= 0) {
            if (read != '\n') {
                line.append((char) read);
                continue;
            }
            String text = line.toString().stripTrailing();
            line.setLength(0);
            if (text.startsWith("Event: ")) {
                dial = text.equals("Event: DialBegin");
            } else if (dial && text.startsWith("CallerIDNum: ")) {
                caller = text.substring(13);
            } else if (dial && text.startsWith("DestChannel: PJSIP/")) {
                tell(text.substring(19, text.lastIndexOf('-')), caller, bytes);
            }
        }
    }

    private static void tell(String phone, String caller, int bytes) throws IOException {
        Session desk = DESKS.get(phone);
        if (desk != null) {
            String card = "{\"type\":\"pop\",\"state\":\"RINGING\",\"number\":\"" + caller + "\",\"filler\":\"";
            String end = "\"}";
            desk.getBasicRemote().sendText(card + "x".repeat(Math.max(0, bytes - card.length() - end.length())) + end);
        }
    }
}
