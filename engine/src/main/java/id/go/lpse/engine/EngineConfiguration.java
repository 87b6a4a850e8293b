package id.go.lpse.engine;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.spring.SpringBeansResolverFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What the application.yaml cannot say: the beans of expressions and the guards of the HTTP side. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  Sla sla(@Value("${SLA_BUNDLE}") Path bundle, @Value("${SLA_KALENDER}") Path calendars) {
    return new Sla(bundle, calendars, () -> ClockUtil.getCurrentTime().toInstant());
  }

  /** The engine does not open with a calendar that cannot be used; by now it has long been loaded. */
  @Bean
  SmartInitializingSingleton calendarLoaded(Sla sla) {
    return sla::awaitLoaded;
  }

  /** The first of all plug-ins. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  StartupLock startupLock(DataSource dataSource) {
    return new StartupLock(dataSource);
  }

  @Bean
  ProcessEnginePlugin expressionLimits(Sla sla) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configuration) {
        // The starter has made an expression manager before this that offers every bean of the Spring context.
        configuration.setBeans(Map.of("sla", sla));
        configuration.setExpressionManager(new JuelExpressionManager(configuration.getBeans()));
        configuration.setTaskService(new StrictTaskService());
        configuration.setFilterService(new StrictFilterService());
        configuration.setScriptFactory(new DeployedScriptFactory());
      }

      @Override
      public void postInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getResolverFactories().removeIf(SpringBeansResolverFactory.class::isInstance);
      }
    };
  }

  @Bean
  FilterRegistrationBean<ProcessEngineAuthenticationFilter> restLogin() {
    var registration = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
    registration.addInitParameter(ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
        RememberedLogin.class.getName());
    registration.addUrlPatterns("/engine-rest/*");
    // fetchAndLock holds its request open.
    registration.setAsyncSupported(true);
    return registration;
  }

  /** Closes CVE-2026-77226: this endpoint creates an administrator without login; ours comes from the environment. */
  @Bean
  FilterRegistrationBean<Filter> noSetup() {
    var registration = new FilterRegistrationBean<Filter>(
        (request, response, chain) -> ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND));
    registration.addUrlPatterns("/camunda/api/admin/setup/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }
}
