package id.go.lpse.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;

/**
 * A login over HTTP costs the engine three transactions for each call. One that was right stays right for five seconds,
 * as in the web apps' sessions (camunda.bpm.webapp.auth.cache); a wrong one is never remembered. No password is kept, but
 * its MAC by a key that dies with the process.
 */
public class RememberedLogin extends HttpBasicAuthenticationProvider {

  private static final long REMEMBERED_NS = Duration.ofSeconds(5).toNanos();
  /** Of more than this many all are forgotten. */
  private static final int MOST = 1_000;

  private final Map<String, Login> logins = new ConcurrentHashMap<>();
  private final SecretKeySpec key;

  private record Login(String user, List<String> groups, List<String> tenants, long since) {

    boolean holds() {
      return System.nanoTime() - since < REMEMBERED_NS;
    }
  }

  /** Public for the servlet filter, which makes it by its name. */
  public RememberedLogin() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, "HmacSHA256");
  }

  @Override
  public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
    String name = mac(String.valueOf(request.getHeader("Authorization")));
    Login login = logins.get(name);
    if (login == null || !login.holds()) {
      logins.remove(name);
      AuthenticationResult asked = super.extractAuthenticatedUser(request, engine);
      if (!asked.isAuthenticated()) return asked;
      login = loginOf(asked.getAuthenticatedUser(), engine);
      if (logins.size() >= MOST) logins.clear();
      logins.put(name, login);
    }
    AuthenticationResult result = AuthenticationResult.successful(login.user);
    result.setGroups(login.groups);
    result.setTenants(login.tenants);
    return result;
  }

  private static Login loginOf(String user, ProcessEngine engine) {
    var identities = engine.getIdentityService();
    var groups = identities.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
    var tenants = identities.createTenantQuery().userMember(user).includingGroupsOfUser(true).list();
    return new Login(user, groups, tenants.stream().map(Tenant::getId).toList(), System.nanoTime());
  }

  private String mac(String header) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(header.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
