package org.santral.server.desktop;

import java.time.Duration;
import java.time.InstantSource;
import org.santral.server.loop.AttachedPbx;
import org.santral.server.loop.Requests;
import org.santral.server.people.LogOuts;
import org.santral.server.people.People;
import org.santral.server.web.Origins;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

/// Opens `/ws`, to the pages that `Origins` knows and no others.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class DesktopConfiguration {
    private static final Duration BEAT = Duration.ofSeconds(5);

    @Bean
    DeskSocket deskSocket(
            AttachedPbx pbx, Desks desks, People people, Requests requests, LogOuts logOuts, InstantSource clock) {
        DeskSocket socket = new DeskSocket(pbx, desks, people, requests, clock);
        logOuts.listen(socket::loggedOut);
        return socket;
    }

    @Bean
    WebSocketConfigurer deskDoor(DeskSocket socket, Origins origins) {
        return registry ->
                registry.addHandler(socket, "/ws").setAllowedOrigins("*").addInterceptors(new KnownPages(origins));
    }

    @Bean
    Heartbeat heartbeat(AttachedPbx pbx, Desks desks, LogOuts logOuts) {
        return new Heartbeat(
                () -> {
                    logOuts.endWhatIsOver();
                    pbx.loop().run(desks::beat);
                },
                BEAT);
    }
}
