package id.go.lpse.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * One engine at a time creates or updates the tables and the administrator: two that start on an empty database would
 * both find nothing, and the later one would end with "relation already exists". The lock belongs to a database session,
 * so an engine that dies while it holds it gives it back.
 */
class StartupLock extends AbstractProcessEnginePlugin implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(StartupLock.class);
  /** Any number, the same in every engine; nobody else takes advisory locks in the engine's database. */
  private static final long KEY = 7_240_001L;

  private final DataSource dataSource;
  private Connection holder;

  StartupLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Before the engine looks at its tables. */
  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    try {
      holder = dataSource.getConnection();
      run("select pg_advisory_lock(" + KEY + ")");
    } catch (SQLException e) {
      throw new IllegalStateException("The engine cannot take its turn at the database: " + e.getMessage(), e);
    }
  }

  /** After every bean is made: the tables are there, and so is the administrator. */
  @Override
  public void afterSingletonsInstantiated() {
    try (Connection done = holder) {
      run("select pg_advisory_unlock(" + KEY + ")");
    } catch (SQLException e) {
      // The session is gone, and its lock with it.
      LOG.warn("The lock of the engine's start was lost before its end: {}", e.getMessage());
    }
  }

  private void run(String statement) throws SQLException {
    try (var query = holder.createStatement()) {
      query.execute(statement);
    }
  }
}
