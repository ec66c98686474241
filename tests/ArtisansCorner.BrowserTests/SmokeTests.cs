using ArtisansCorner.BrowserTests.Harness;

namespace ArtisansCorner.BrowserTests;

public sealed class SmokeTests(Browser browser)
{
    [Fact]
    public Task It_answers() => browser.VisitAsync(Device.Phone, async visit =>
    {
        await visit.Page.GotoAsync("about:blank");
        await visit.Page.SetContentAsync("<!doctype html><html lang=en><title>x</title><main><h1>Hi</h1></main>");
        await visit.IsAccessibleAsync();
    });
}
