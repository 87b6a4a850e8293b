package id.go.lpse.engine;

import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.QueryValidators.AdhocQueryValidator;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * Closes CVE-2026-109432: 7.24.0 refuses expressions at the top level of an ad-hoc task query but evaluates those
 * inside its {@code orQueries}. Stored filters are not built here and keep their expressions.
 */
class StrictTaskService extends TaskServiceImpl {

  @Override
  public TaskQuery createTaskQuery() {
    // Not a subclass of the query: a filter may only be extended by a query of exactly the same class.
    TaskQueryImpl query = new TaskQueryImpl(commandExecutor);
    query.addValidator(StrictTaskService::refuseExpressionsInOrQueries);
    return query;
  }

  private static void refuseExpressionsInOrQueries(AbstractQuery<?, ?> query) {
    // The first of the queries is the query itself, which the engine has checked.
    ((TaskQueryImpl) query).getQueries().stream().skip(1).forEach(AdhocQueryValidator.get()::validate);
  }
}
