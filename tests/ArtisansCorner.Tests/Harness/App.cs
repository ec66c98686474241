using System.Collections.Concurrent;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Harness;

/// <summary>
/// The whole product, running in this process on one engine. It starts when the first test asks, and all tests share it:
/// a test gets a shop of its own, not a database of its own.
/// </summary>
public abstract class App : IAsyncDisposable
{
    private readonly Lazy<Task<AppHost>> host;
    private readonly ConcurrentDictionary<(string Key, string Value), Lazy<App>> beside = new();
    private int shops;

    protected App() => host = new Lazy<Task<AppHost>>(StartAsync);

    /// <summary>The clock of this app; move it only in an app of your own.</summary>
    public MovableTime Time { get; } = new();

    /// <summary>An app of its own on the same engine with an empty database, for a test that moves the clock or breaks something. Dispose it.</summary>
    public abstract App Another(params IEnumerable<(string Key, string Value)> settings);

    /// <summary>An app with an empty database and one other setting, which all tests share that ask for it; it ends with this one.</summary>
    public App Beside(string key, string value) => beside.GetOrAdd((key, value), setting => new Lazy<App>(() => Another(setting))).Value;

    /// <summary>Nobody: a client that never signed in, outside of any shop.</summary>
    public async Task<ApiClient> NobodyAsync() => new((await host.Value).NewClient(), "/api/v1/");

    /// <summary>Registers a new owner with a shop of their own, signed in.</summary>
    public async Task<TestShop> OpenShopAsync(string currency = "GBP", string country = "GB", string timeZone = "Europe/London", string name = "Clay & Thyme")
    {
        var email = $"owner{Interlocked.Increment(ref shops)}@clay-and-thyme.example";
        var somebody = await NobodyAsync();
        var answer = await somebody.PostAsync("auth/register", new { email, password = TestShop.Password, shopName = name, country, currency, timeZone });
        var made = answer.Is(201);
        return new TestShop(this, somebody.Http, (Guid)made["shopId"], (string)made["slug"]!, email);
    }

    /// <summary>A further server beside this one, on the same database and clock. Dispose it before this one.</summary>
    public async Task<AppHost> FurtherServerAsync()
    {
        var further = new AppHost((await host.Value).Settings, Time);
        further.Start(false);
        return further;
    }

    /// <summary>Does something inside a shop without HTTP, where only the database can tell.</summary>
    public async Task<T> InsideAsync<T>(Guid shopId, Func<IServiceProvider, Task<T>> look)
    {
        var services = (await host.Value).Services;
        await using var scope = await services.GetRequiredService<ShopScopes>().OpenAsync(shopId, Actor.System, TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException("There is no such shop.");
        return await look(scope.ServiceProvider);
    }

    /// <summary>Where browsers reach it.</summary>
    public async Task<Uri> AddressAsync() => (await host.Value).Address;

    /// <summary>The services of the app.</summary>
    public async Task<IServiceProvider> ServicesAsync() => (await host.Value).Services;

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var other in beside.Values) await other.Value.DisposeAsync();
        if (host.IsValueCreated) await (await host.Value).DisposeAsync();
    }

    /// <summary>Whether browsers can reach it; else it answers in memory, which is quicker.</summary>
    protected virtual bool Listens => false;

    /// <summary>The settings that choose the engine and an empty database.</summary>
    protected abstract Task<IEnumerable<(string Key, string Value)>> SettingsAsync();

    /// <summary>Puts into an empty data folder what the app begins with.</summary>
    protected virtual Task FillAsync(string folder) => Task.CompletedTask;

    private async Task<AppHost> StartAsync()
    {
        var started = new AppHost(await SettingsAsync(), Time);
        await FillAsync(started.Folder);
        started.Start(Listens);
        return started;
    }
}
