using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Bench;

/// <summary>Where a bench runs: on which engine, in which folders. What it starts ends with it, and its folders vanish; only the seed stays.</summary>
public sealed class Setting(bool postgres, int sales, int? rows, string? of) : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("artisans-bench-").FullName;
    private readonly List<IAsyncDisposable> started = [];

    /// <summary>Whether it runs on PostgreSQL.</summary>
    public bool OnPostgres => postgres;

    /// <summary>How many sales the seed has.</summary>
    public int Sales => sales;

    /// <summary>How many rows the files of the bench “import” shall have; nothing: those of a real seller.</summary>
    public int? Rows => rows;

    /// <summary>Whether a file of this name is imported: all, or those that were asked for.</summary>
    public bool Has(string name) => of is null || name.Contains(of, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is kept from run to run: the published product and the seed.</summary>
    public static string Kept { get; } = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "artisans-bench-kept")).FullName;

    /// <summary>A folder of this run.</summary>
    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    /// <summary>The product's settings for an empty database, on the engine of this run.</summary>
    public Task<Dictionary<string, string>> EmptyAsync(string name)
    {
        // PostgreSQL takes a comma in the name of its folder for the end of it.
        name = string.Concat(name.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == ' ')).Replace(' ', '-');
        return At(Folder(name), Path.Combine(folder, name + "-postgres"));
    }

    /// <summary>The product's settings for a database in this folder, which is made when it is not there.</summary>
    public Task<Dictionary<string, string>> In(string data) => At(Directory.CreateDirectory(data).FullName, Path.Combine(data, "postgres"));

    /// <summary>Starts the product with these settings.</summary>
    public async Task<RunningProduct> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var product = await RunningProduct.StartAsync(settings, Path.Combine(folder, "log"));
        started.Add(product);
        return product;
    }

    /// <summary>Seconds of processor time that PostgreSQL used so far; none on SQLite, which works inside the product.</summary>
    public double DatabaseSeconds() => started.OfType<PostgresServer>().Sum(server => server.ProcessorSeconds());

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(started)) await one.DisposeAsync();
        // Files of the postgres user are in it.
        await Daemon.RunAsync(null, "rm", "-rf", folder);
    }

    private async Task<Dictionary<string, string>> At(string data, string cluster)
    {
        var settings = new Dictionary<string, string> { ["Data__Folder"] = data, ["Limits__SignInsPerMinute"] = "1000000" };
        if (!postgres) return settings;
        var server = await PostgresServer.StartAsync(cluster);
        started.Add(server);
        settings["ConnectionStrings__Postgres"] = server.Connection;
        return settings;
    }
}
