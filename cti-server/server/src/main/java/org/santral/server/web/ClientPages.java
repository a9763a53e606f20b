package org.santral.server.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// The web client's files, from the jar. `assets` carry their content's hash in their name and never change;
/// any other path without a dot is a place inside the client and gets its one page.
@Configuration(proxyBeanMethods = false)
public class ClientPages implements WebMvcConfigurer {
    private static final String FILES = "classpath:/META-INF/resources/";
    private static final String PAGE = "index.html";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new PageForPlaces());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/" + PAGE);
    }

    private static final class PageForPlaces extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws java.io.IOException {
            Resource file = super.getResource(path, location);
            boolean place = file == null && !path.contains(".") && !path.matches("(api|ws|actuator|v3)(/.*)?");
            return place ? super.getResource(PAGE, location) : file;
        }
    }
}
