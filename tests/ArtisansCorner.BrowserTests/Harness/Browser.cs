using ArtisansCorner.Tests.Harness;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ArtisansCorner.BrowserTests.Harness.Browser))]

namespace ArtisansCorner.BrowserTests.Harness;

/// <summary>Chromium and the site it visits, for the whole run.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const float Patience = 120_000;

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        // Helpers of V8 only take the processors from one another here: axe takes twice as long beside them.
        "--js-flags=--single-threaded",
    ];

    private readonly Site site = new();
    private readonly Lazy<Task<TestShop>> sample;
    private IPlaywright? playwright;
    private IBrowser? chromium;

    public Browser() => sample = new Lazy<Task<TestShop>>(FillAsync);

    /// <summary>The site.</summary>
    public App Site => site;

    /// <summary>A shop with a year of everything, for stories that only look.</summary>
    public Task<TestShop> SampleShopAsync() => sample.Value;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = FindChromium(), Args = Quiet });
    }

    /// <summary>
    /// Opens a browser of one's own. When the visit is over, whatever the browser complained of (an error in the console,
    /// something the content security policy stopped, an answer of 5xx) fails the test; when the visit fails, a picture is kept.
    /// </summary>
    public async Task VisitAsync(Device device, Func<Visit, Task> story, bool scripts = true)
    {
        await using var context = await chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (await site.AddressAsync()).ToString(),
            ViewportSize = new ViewportSize { Width = device.Width, Height = device.Height },
            HasTouch = device.Touch,
            IsMobile = device.Touch,
            DeviceScaleFactor = 1,
            ColorScheme = ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
        });
        // Patient, so that a busy build server fails nothing; what must be quick is measured in bench.
        context.SetDefaultTimeout(Patience);
        var visit = new Visit(site, context, scripts);
        try
        {
            await visit.NewTabAsync();
            await story(visit);
        }
        catch
        {
            await visit.KeepPicturesAsync();
            throw;
        }

        Assert.Empty(visit.Complaints);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
        await site.DisposeAsync();
    }

    private async Task<TestShop> FillAsync()
    {
        var shop = await site.OpenShopAsync(name: "Hollow Lane Pottery");
        (await shop.PostAsync("sample")).Is(200);
        await Eventually.PassesAsync(async () => Assert.NotEqual(0, (long)(await shop.GetAsync("analytics/summary")).Is(200)["current"]["orders"]));
        return shop;
    }

    private static string FindChromium()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } told) return told;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        // The shell is Chromium without windows and menus, which nobody sees here and which take a sixth of the time.
        return new[] { "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome" }
            .SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                "Chromium is not installed: scripts/setup installs it on Debian; elsewhere install Chromium or Chrome, or set CHROMIUM to its path.");
    }
}
