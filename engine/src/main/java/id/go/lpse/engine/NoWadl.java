package id.go.lpse.engine;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;
import org.glassfish.jersey.server.ServerProperties;

/**
 * Jersey lists every path and parameter of a REST application to anybody who asks (application.wadl, OPTIONS), before any
 * login. The web apps build Jersey applications of their own, which no setting of Spring's reaches; this reaches all.
 */
@Priority(1)
public class NoWadl implements ForcedAutoDiscoverable {

  @Override
  public void configure(FeatureContext context) {
    context.property(ServerProperties.WADL_FEATURE_DISABLE, true);
  }
}
