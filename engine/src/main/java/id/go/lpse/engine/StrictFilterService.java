package id.go.lpse.engine;

import camundajar.impl.com.google.gson.JsonObject;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * Whoever may save a filter of Tasklist has the engine evaluate its expressions for every reader. Only those on this list
 * are saved, and none but those evaluated, however a filter came into the database.
 */
class StrictFilterService extends FilterServiceImpl {

  /** The reader, the reader's groups, now, and now more or less some time: {@code ${dateTime().minusDays(3).toDate()}}. */
  private static final Pattern LISTED = Pattern.compile("[$#]\\{\\s*(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)"
      + "|dateTime\\(\\)(\\.(plus|minus)(Seconds|Minutes|Hours|Days|Weeks|Months|Years)\\(\\d{1,6}\\)"
      + "|\\.withTimeAtStartOfDay\\(\\))*(\\.toDate\\(\\))?)\\s*}");

  StrictFilterService() {
    FilterEntity.queryConverter.put(EntityTypes.TASK, new JsonTaskQueryConverter() {
      @Override
      public TaskQuery toObject(JsonObject json) {
        TaskQueryImpl query = (TaskQueryImpl) super.toObject(json);
        query.addValidator(StrictFilterService::refuseUnlisted);
        return query;
      }
    });
  }

  @Override
  public Filter saveFilter(Filter filter) {
    refuseUnlisted(filter.getQuery());
    return super.saveFilter(filter);
  }

  private static void refuseUnlisted(AbstractQuery<?, ?> query) {
    // The first of a task query's queries is the query itself, the others are its orQueries.
    ((TaskQueryImpl) query).getQueries().stream().flatMap(StrictFilterService::expressions)
        .filter(expression -> !LISTED.matcher(expression).matches()).findAny().ifPresent(expression -> {
          throw new BadUserRequestException("Filters may hold these expressions only: ${currentUser()}, "
              + "${currentUserGroups()}, ${now()}, ${dateTime()} with plus…, minus…, withTimeAtStartOfDay, toDate.");
        });
  }

  private static Stream<String> expressions(AbstractQuery<?, ?> query) {
    return query.getExpressions().values().stream();
  }
}
