using ArtisansCorner.Platform.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace ArtisansCorner.Tests.Harness;

/// <summary>The product's own Program with a data folder of its own, these settings and this clock.</summary>
public sealed class AppHost(IEnumerable<(string Key, string Value)> settings, TimeProvider time) : WebApplicationFactory<Program>
{
    private bool listens;

    /// <summary>Its own data folder; empty until it starts, unless something is put there.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("artisans-app-").FullName;

    /// <summary>Starts it: in memory, or listening on a free port for browsers.</summary>
    public void Start(bool forBrowsers)
    {
        listens = forBrowsers;
        if (listens) UseKestrel(0);
        StartServer();
    }

    /// <summary>The settings that a further server needs to work on the same data.</summary>
    public IEnumerable<(string Key, string Value)> Settings => [.. settings, ("Data:Folder", Folder)];

    /// <summary>Where it listens, when it does.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>A client that keeps cookies and follows no redirects; secure where that costs nothing, because cookies are.</summary>
    public HttpClient NewClient() =>
        CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = listens ? Address : new Uri("https://localhost"), AllowAutoRedirect = false });

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Tests");
        builder.ConfigureAppConfiguration((context, _) => StaticWebAssetsLoader.UseStaticWebAssets(context.HostingEnvironment, context.Configuration));
        builder.UseSetting("Data:Folder", Folder);
        // All tests come from one address; the limit itself is tested in an app of its own.
        builder.UseSetting("Limits:SignInsPerMinute", "1000000");
        // Those who receive webhooks here are small servers on this machine; what is refused elsewhere is tested in an app of its own.
        builder.UseSetting("Webhooks:AllowInsecure", "true");
        builder.UseSetting("Webhooks:AllowPrivate", "true");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        // A surprise of ours is told beside the test that met it.
        builder.ConfigureLogging(logging => logging.ClearProviders().AddFilter<ConsoleLoggerProvider>(null, LogLevel.Error).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).AddProvider(new Surprises()));
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton(time));
            // Nothing happens by the clock in the middle of a test: those that are about a job do it.
            services.RemoveAll<JobKind>();
            // Hashing slowly on purpose protects people; here it would only take the machine from the tests.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
        });
    }
}
