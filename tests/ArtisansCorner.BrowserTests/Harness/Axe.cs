using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ArtisansCorner.BrowserTests.Harness;

/// <summary>Axe, which looks for what shuts people out. Run here instead of by its package for Playwright, which loads it anew and opens a further page for each look.</summary>
internal static class Axe
{
    private const string Run = """
        runOnly => axe.run(document, { runOnly, resultTypes: ['violations'] }).then(found =>
          found.violations.map(rule => [`${rule.id}: ${rule.help}`, ...rule.nodes.map(node => `  ${node.html}`)].join('\n')).join('\n'))
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What the rules with any of these tags find wrong with the page as it stands; nothing is empty.</summary>
    public static Task<string> LookForTagsAsync(IPage page, params string[] tags) => LookAsync(page, "tag", tags);

    /// <summary>What these rules find.</summary>
    public static Task<string> LookForRulesAsync(IPage page, params string[] rules) => LookAsync(page, "rule", rules);

    private static async Task<string> LookAsync(IPage page, string type, string[] values)
    {
        // It would not look into a frame.
        Assert.Single(page.Frames);
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string>(Run, new { type, values });
    }
}
