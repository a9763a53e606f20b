package org.santral.server.web;

import static org.santral.server.people.Role.ADMINISTRATOR;
import static org.santral.server.people.Role.MANAGER;
import static org.santral.server.people.Role.SUPERVISOR;

import jakarta.servlet.DispatcherType;
import org.santral.server.people.Role;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.ObjectMapper;

/// Who may ask what, as one table; and the headers that go out with every answer.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
public class SecurityConfiguration {
    /// Everything the pages need comes from here, and no script or style stands in a page itself.
    private static final String CONTENT = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'; img-src 'self' data:; script-src 'self'; style-src 'self'";

    /// What is the same for all customers.
    private static final String[] DEFINITIONS = {
        "/api/segments/**", "/api/tags/**", "/api/customer-fields/**", "/api/teams/**", "/api/case-categories/**"
    };

    @Bean
    Origins origins(WebSettings settings) {
        return new Origins(settings.origins());
    }

    @Bean
    SecurityFilterChain requests(HttpSecurity http, SecurityContextRepository signedIn, ObjectMapper json) {
        Problems problems = new Problems(json);
        // Forms of Spring's own and servlet sessions are not used: the session is ours (package people).
        return http.formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(signedIn))
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfCookie()))
                .exceptionHandling(
                        denied -> denied.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(SecurityConfiguration::headers)
                .authorizeHttpRequests(asks -> asks.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/api/session")
                        .permitAll()
                        .requestMatchers("/api/switchroom/**", "/api/demo/**")
                        .hasRole(ADMINISTRATOR.name())
                        .requestMatchers("/api/recordings/trouble", "/api/recordings/sweep", "/api/ledger/**")
                        .hasAnyRole(MANAGER.name(), ADMINISTRATOR.name())
                        .requestMatchers("/api/customers/changes", "/api/customers/*/access", "/api/customers/export")
                        .hasAnyRole(MANAGER.name(), ADMINISTRATOR.name())
                        .requestMatchers("/api/customers/by-source/**", "/api/imports/**")
                        .hasAnyRole(MANAGER.name(), ADMINISTRATOR.name())
                        .requestMatchers(HttpMethod.GET, DEFINITIONS)
                        .hasAnyRole(names())
                        .requestMatchers(DEFINITIONS)
                        .hasAnyRole(MANAGER.name(), ADMINISTRATOR.name())
                        .requestMatchers(HttpMethod.DELETE, "/api/customers/*")
                        .hasAnyRole(SUPERVISOR.name(), MANAGER.name(), ADMINISTRATOR.name())
                        .requestMatchers("/api/customers/*/merge", "/api/merges/**", "/api/quality/**")
                        .hasAnyRole(SUPERVISOR.name(), MANAGER.name(), ADMINISTRATOR.name())
                        .requestMatchers("/api/**", "/ws/**")
                        .hasAnyRole(names())
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access(AuthorizationManagers.anyOf(
                                new FromThisMachine(),
                                AuthorityAuthorizationManager.<RequestAuthorizationContext>hasRole(
                                        ADMINISTRATOR.name())))
                        .requestMatchers("/actuator/**", "/v3/**")
                        .hasRole(ADMINISTRATOR.name())
                        // What is left are the web client's files.
                        .requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieCustomizer(properties -> properties.sameSite("Lax").path("/"));
        return cookie;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(content -> content.policyDirectives(CONTENT))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    private static String[] names() {
        return java.util.Arrays.stream(Role.values()).map(Enum::name).toArray(String[]::new);
    }
}
