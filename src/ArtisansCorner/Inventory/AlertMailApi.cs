using System.Security.Claims;
using ArtisansCorner.Accounts;
using ArtisansCorner.Platform.Email;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Inventory;

/// <summary>Hearing of low stock by e-mail: for programs, and the addresses that e-mails themselves carry.</summary>
public static class AlertMailApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapAlertMailApi(this IEndpointRouteBuilder shop)
    {
        var mail = shop.MapGroup("/alerts/mail").WithTags("Inventory");
        mail.MapGet("", FindAsync).RequirePermission(Permission.View).WithName("getAlertMail").WithSummary("How you hear of low stock by e-mail");
        mail.MapPut("", ChooseAsync).RequirePermission(Permission.View).WithName("chooseAlertMail").WithSummary("Choose how you hear of low stock by e-mail: never, atOnce or daily");
        mail.MapPost("/test", TestAsync).RequirePermission(Permission.View).WithName("testAlertMail").WithSummary("Send a test to yourself");
    }

    /// <summary>What the link in an e-mail does, by its key alone: mail programs send it without signing in (RFC 8058), people by a button.</summary>
    public static void MapAlertMailPages(this IEndpointRouteBuilder app) =>
        app.MapPost("/alert-mail/stop/now", StopAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    /// <summary>The site that a request came to.</summary>
    internal static string SiteOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    private static async Task<Ok<AlertMailAnswer>> FindAsync(ClaimsPrincipal me, ChooseAlertMail choose, IEmailSender sender, CancellationToken cancel) =>
        TypedResults.Ok(new AlertMailAnswer(await choose.OfAsync(me.UserId, cancel), sender.ReachesPeople));

    private static async Task<Ok<AlertMailAnswer>> ChooseAsync(AlertMailChoice input, ClaimsPrincipal me, ChooseAlertMail choose, IEmailSender sender, HttpRequest request, CancellationToken cancel)
    {
        await choose.RunAsync(me.UserId, input.Mail, SiteOf(request), cancel);
        return await FindAsync(me, choose, sender, cancel);
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> TestAsync(ClaimsPrincipal me, ChooseAlertMail choose, HttpRequest request, CancellationToken cancel)
    {
        var sent = await choose.TestAsync(me.UserId, SiteOf(request), cancel);
        return sent.Succeeded ? TypedResults.Accepted((string?)null) : sent.Problems.ToResult();
    }

    private static async Task<IResult> StopAsync(string? key, StopToken stop, ShopScopes shops, HttpRequest request, CancellationToken cancel)
    {
        if (stop.Read(key) is not { } of || await shops.OpenAsync(of.ShopId, new Actor(of.UserId, Through.Page), cancel) is not { } scope) return Results.NotFound();
        await using var inside = scope;
        await inside.ServiceProvider.GetRequiredService<ChooseAlertMail>().RunAsync(of.UserId, AlertMail.Never, null, cancel);
        return request.HasFormContentType && request.Form.ContainsKey("page") ? Results.LocalRedirect("/alert-mail/stop?done=true") : Results.Text("No e-mails of low stock will come any more.");
    }

    /// <summary>What is to be chosen.</summary>
    /// <param name="Mail">How.</param>
    public sealed record AlertMailChoice(AlertMail Mail);

    /// <summary>What is chosen.</summary>
    /// <param name="Mail">How.</param>
    /// <param name="ReachesPeople">Whether a mail server is set up; without one nothing is sent.</param>
    public sealed record AlertMailAnswer(AlertMail Mail, bool ReachesPeople);
}
