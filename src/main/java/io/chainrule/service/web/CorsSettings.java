package io.chainrule.service.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which pages of other origins may use the service from a browser.
///
/// @param allowedOrigins `https://example.org` for example; none by default
@ConfigurationProperties("chainrule.cors")
record CorsSettings(@DefaultValue List<String> allowedOrigins) {}
