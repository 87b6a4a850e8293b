package id.go.lpse.engine;

import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;

/**
 * Scripts are what stands in a deployment, and who may deploy has to be given that right. A source or a resource that an
 * expression names could be a variable, which others write; a resource of the class path is no deployment.
 */
class DeployedScriptFactory extends ScriptFactory {

  @Override
  public ExecutableScript createScriptFromSource(String language, Expression source) {
    throw refused(source.getExpressionText());
  }

  @Override
  public ExecutableScript createScriptFromResource(String language, Expression resource) {
    throw refused(resource.getExpressionText());
  }

  @Override
  public ExecutableScript createScriptFromResource(String language, String resource) {
    if (!resource.startsWith("deployment://")) {
      throw refused(resource);
    }
    return super.createScriptFromResource(language, resource);
  }

  private static NotValidException refused(String script) {
    return new NotValidException("A script has to stand in the deployment itself; this one does not: " + script);
  }
}
