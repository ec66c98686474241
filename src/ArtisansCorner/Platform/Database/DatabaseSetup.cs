using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace ArtisansCorner.Platform.Database;

/// <summary>Chooses the engine by configuration, and brings its tables up to date at the start.</summary>
public static partial class DatabaseSetup
{
    /// <summary>PostgreSQL where ConnectionStrings:Postgres is present, else SQLite in the data folder.</summary>
    public static void AddDatabase(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        if (configuration.GetConnectionString("Postgres") is { Length: > 0 } connection)
        {
            services.AddPooledDbContextFactory<PostgresDb>(options => options.UsePostgres(connection));
            services.AddSingleton(provider => DatabaseGate.ManyWriters(provider.GetRequiredService<OutboxSignal>().Set));
            services.AddScoped(provider => Enter<PostgresDb>(provider));
        }
        else
        {
            Directory.CreateDirectory(dataFolder);
            services.AddPooledDbContextFactory<SqliteDb>(options => options.UseSqliteFile(Path.Combine(dataFolder, "artisans-corner.db")));
            services.AddSingleton(provider => DatabaseGate.OneWriter(provider.GetRequiredService<OutboxSignal>().Set));
            services.AddScoped(provider => Enter<SqliteDb>(provider));
        }
    }

    /// <summary>Applies the migrations that are missing, after a copy where that is needed; two servers that start at once take turns.</summary>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        // MigrateAsync compares whole models before it finds that there is nothing to do: half of a start.
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any()) await UpdateAsync(db, scope.ServiceProvider, cancel);
        await db.Engine.FinishAsync(db, cancel);
    }

    private static async Task UpdateAsync(AppDb db, IServiceProvider services, CancellationToken cancel)
    {
        if (db.Engine.KeepCopy(db, services.GetRequiredService<TimeProvider>().GetUtcNow()) is { } copy)
            Updating(services.GetRequiredService<ILogger<AppDb>>(), copy);
        await db.Database.MigrateAsync(cancel);
    }

    internal static DbContextOptionsBuilder UseSqliteFile(this DbContextOptionsBuilder options, string file) =>
        options
            // A list of ids is one parameter, as on PostgreSQL: one statement for lists of any length, which EF Core writes once.
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 60 }.ToString(), sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            // A copy is kept before an update for just these cases.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning, SqliteEventId.TableRebuildPendingWarning))
            .AddInterceptors(new SqliteSetup(), new GoTogether());

    internal static DbContextOptionsBuilder UsePostgres(this DbContextOptionsBuilder options, string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        // More connections than this only queue inside PostgreSQL, where the slowest wait longest (docs/decisions/0002).
        if (!builder.ContainsKey("Maximum Pool Size")) builder.MaxPoolSize = Math.Max(8, 4 * Environment.ProcessorCount);
        if (builder.MaxAutoPrepare == 0) builder.MaxAutoPrepare = 200;
        // Nothing is said to a session that outlives its transaction, so there is nothing to take back each time a connection is lent.
        builder.NoResetOnClose = true;
        return options.UseNpgsql(builder.ConnectionString).AddInterceptors(new SayForUpdate(), new GoTogether());
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The database is brought up to date; as it was before it lies in {Copy}.")]
    private static partial void Updating(ILogger log, string copy);

    private static AppDb Enter<TDb>(IServiceProvider provider)
        where TDb : AppDb
    {
        var db = provider.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContext();
        db.Enter(provider.GetRequiredService<CurrentShop>(), provider.GetRequiredService<DatabaseGate>());
        return db;
    }
}
