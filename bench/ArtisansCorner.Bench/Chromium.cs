using Microsoft.Playwright;

namespace ArtisansCorner.Bench;

/// <summary>Chromium, signed in as an owner.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser, IBrowserContext context) => (this.playwright, this.browser, Context) = (playwright, browser, context);

    /// <summary>The browser, with the owner's session.</summary>
    public IBrowserContext Context { get; }

    /// <summary>Starts it.</summary>
    public static async Task<Chromium> StartAsync(Uri address, Owner owner)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? new[] { "/usr/bin/chromium", "/usr/bin/chromium-headless-shell" }.FirstOrDefault(File.Exists),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address.ToString() });
        await context.AddCookiesAsync(owner.Cookie.Split("; ").Select(pair => pair.Split('=', 2)).Select(pair => new Cookie { Name = pair[0], Value = pair[1], Url = address.ToString() }));
        return new Chromium(playwright, browser, context);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
