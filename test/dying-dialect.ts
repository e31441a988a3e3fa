/** A SQLite dialect whose process is killed, as by a power cut, before or after its n-th statement. */
import type {
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  Driver,
  TransactionSettings,
} from 'kysely'

export interface Steps {
  /** How many steps have passed: two for each statement, `begin` and `commit` among them. */
  passed: number
  readonly dieAt: number
}

export function dyingDialect(dialect: Dialect, steps: Steps): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (database) => dialect.createIntrospector(database),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => dyingDriver(dialect.createDriver(), steps),
  }
}

function dyingDriver(driver: Driver, steps: Steps): Driver {
  const inner = new WeakMap<DatabaseConnection, DatabaseConnection>()
  const of = (connection: DatabaseConnection) => inner.get(connection) ?? connection
  return {
    init: () => driver.init(),
    destroy: () => driver.destroy(),
    acquireConnection: async () => {
      const connection = await driver.acquireConnection()
      const dying = dyingConnection(connection, steps)
      inner.set(dying, connection)
      return dying
    },
    releaseConnection: (connection) => driver.releaseConnection(of(connection)),
    beginTransaction: (connection, settings: TransactionSettings) =>
      between(steps, () => driver.beginTransaction(of(connection), settings)),
    commitTransaction: (connection) =>
      between(steps, () => driver.commitTransaction(of(connection))),
    rollbackTransaction: (connection) => driver.rollbackTransaction(of(connection)),
  }
}

function dyingConnection(connection: DatabaseConnection, steps: Steps): DatabaseConnection {
  return {
    executeQuery: <R>(query: CompiledQuery) =>
      between(steps, () => connection.executeQuery<R>(query)),
    streamQuery: <R>(query: CompiledQuery, size: number) => connection.streamQuery<R>(query, size),
  }
}

async function between<Result>(steps: Steps, statement: () => Promise<Result>): Promise<Result> {
  step(steps)
  const result = await statement()
  step(steps)
  return result
}

function step(steps: Steps): void {
  if (steps.passed === steps.dieAt) process.kill(process.pid, 'SIGKILL')
  steps.passed += 1
}
