[assembly: AssemblyFixture(typeof(ArtisansCorner.Tests.Harness.AppOnPostgres))]

namespace ArtisansCorner.Tests.Harness;

/// <summary>The app on a PostgreSQL server that lives as long as the run.</summary>
public sealed class AppOnPostgres : App
{
    private static int databases;
    private readonly Lazy<Task<PostgresCluster>> cluster;
    private readonly IEnumerable<(string Key, string Value)> more = [];
    private readonly bool ownsCluster;

    /// <summary>The one that tests share.</summary>
    public AppOnPostgres() => (cluster, ownsCluster) = (new Lazy<Task<PostgresCluster>>(PostgresCluster.StartAsync), true);

    private AppOnPostgres(Lazy<Task<PostgresCluster>> cluster, IEnumerable<(string Key, string Value)> more) => (this.cluster, this.more) = (cluster, more);

    /// <inheritdoc />
    public override App Another(params IEnumerable<(string Key, string Value)> settings) => new AppOnPostgres(cluster, settings);

    /// <summary>Creates a database without any tables beside the app's, for a product that is a process of its own, and tells how to reach it.</summary>
    public async Task<string> EmptyDatabaseAsync() => await (await cluster.Value).CreateDatabaseAsync($"empty{Interlocked.Increment(ref databases)}");

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (ownsCluster && cluster.IsValueCreated) await (await cluster.Value).DisposeAsync();
    }

    /// <inheritdoc />
    protected override async Task<IEnumerable<(string Key, string Value)>> SettingsAsync() =>
        [("ConnectionStrings:Postgres", await (await cluster.Value).CopyMigratedAsync($"shops{Interlocked.Increment(ref databases)}")), .. more];
}
