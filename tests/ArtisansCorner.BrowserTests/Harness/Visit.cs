using ArtisansCorner.Tests.Harness;
using Microsoft.Playwright;

namespace ArtisansCorner.BrowserTests.Harness;

/// <summary>One person's browser: its tabs, its cookies, and what it complained of.</summary>
/// <param name="site">The site it visits.</param>
/// <param name="context">Its cookies and settings.</param>
/// <param name="scripts">Whether it runs the page's scripts.</param>
public sealed class Visit(App site, IBrowserContext context, bool scripts)
{
    private static int visits;
    private readonly List<string> complaints = [];

    /// <summary>The first tab.</summary>
    public IPage Page => context.Pages[0];

    /// <summary>The browser with its cookies, for what the short ways do not cover.</summary>
    public IBrowserContext Context => context;

    /// <summary>What the browser complained of so far.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Opens another tab.</summary>
    public async Task<IPage> NewTabAsync()
    {
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error") Complain($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, problem) => Complain($"{page.Url}: {problem}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 500) Complain($"{response.Request.Method} {response.Url} answered {response.Status}");
        };
        return page;
    }

    /// <summary>Opens an address of the site and, where scripts run, waits until they listen: they come after the first paint.</summary>
    /// <returns>What the site answered.</returns>
    public async Task<IResponse?> GoAsync(string address, IPage? page = null)
    {
        page ??= Page;
        var answer = await page.GotoAsync(address);
        // Importing again waits for the first import and runs nothing twice. The reference of the API brings a script of its own.
        if (scripts) await page.EvaluateAsync("() => { const loader = document.querySelector('script[data-app]'); return loader && import(loader.dataset.app).then(() => true); }");
        return answer;
    }

    /// <summary>Forgets complaints with these words: they belong to what the story does on purpose.</summary>
    public void Forgive(string words)
    {
        lock (complaints) complaints.RemoveAll(complaint => complaint.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>Registers a new owner with a shop and signs this browser in; the shop has a client of its own for the same owner.</summary>
    public async Task<TestShop> OpenShopAsync(string currency = "GBP", string timeZone = "Europe/London")
    {
        var shop = await site.OpenShopAsync(currency, timeZone: timeZone);
        await SignInAsync(shop);
        return shop;
    }

    /// <summary>Signs this browser in as the owner of a shop.</summary>
    public async Task SignInAsync(TestShop shop)
    {
        var answer = await context.APIRequest.PostAsync("/api/v1/auth/login", new APIRequestContextOptions
        {
            DataObject = new { email = shop.Email, password = TestShop.Password },
        });
        Assert.True(answer.Ok, await answer.TextAsync());
    }

    /// <summary>Requires that axe finds nothing wrong with the page as it stands, nor that it is wider than the screen; without scripts nothing can look.</summary>
    public async Task IsAccessibleAsync(IPage? page = null)
    {
        page ??= Page;
        // Axe is a script itself, and waits for ever where none run.
        if (!scripts) return;
        FoundNothing(page, await Axe.LookForTagsAsync(page, "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
        await FitsAsync(page);
    }

    /// <summary>Requires that the page, as it stands, has enough contrast in the dark too: all else that axe looks for has no color.</summary>
    public async Task IsReadableInTheDarkAsync()
    {
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        FoundNothing(Page, await Axe.LookForRulesAsync(Page, "color-contrast"));
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
    }

    /// <summary>Makes the screen as high as the page, so that bars at its lower edge cover nothing: of what is half under one axe sees half, and finds it too small.</summary>
    public async Task UncoverAsync() =>
        await Page.SetViewportSizeAsync(Page.ViewportSize!.Width, await Page.EvaluateAsync<int>("document.documentElement.scrollHeight"));

    private static void FoundNothing(IPage page, string found) => Assert.True(found.Length == 0, $"{page.Url}\n{found}");

    /// <summary>Requires that the page is not wider than the screen.</summary>
    public async Task FitsAsync(IPage? page = null)
    {
        page ??= Page;
        var overhang = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overhang <= 0, $"{page.Url} is {overhang} pixels wider than the screen.");
    }

    /// <summary>Keeps a picture of every tab that can be pictured in TestResults, for whoever looks why the story failed: what that was stays what is told.</summary>
    public async Task KeepPicturesAsync()
    {
        var visit = Interlocked.Increment(ref visits);
        foreach (var (page, tab) in context.Pages.Select((page, tab) => (page, tab)))
        {
            var path = Repo.PathOf("TestResults", $"{TestContext.Current.TestMethod?.MethodName}-{visit}-{tab}.png");
            try
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
                TestContext.Current.TestOutputHelper?.WriteLine($"{page.Url} is pictured in {path}");
            }
            catch (Exception problem) when (problem is PlaywrightException or TimeoutException)
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"{page.Url} could not be pictured: {problem.Message}");
            }
        }

        foreach (var complaint in complaints) TestContext.Current.TestOutputHelper?.WriteLine(complaint);
    }

    private void Complain(string what)
    {
        lock (complaints) complaints.Add(what);
    }
}
