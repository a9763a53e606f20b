package org.santral.server.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param origins other pages that may open a WebSocket here, as `https://crm.example`
@ConfigurationProperties("santral.web")
public record WebSettings(@DefaultValue({}) List<String> origins) {}
