using System.ComponentModel.DataAnnotations;
using ArtisansCorner.Accounts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace ArtisansCorner.Demo;

/// <summary>A believable shop to look around in: one click in an empty shop, or <c>--demo</c> on the command line. Knows everything; nobody knows it.</summary>
public static class DemoModule
{
    /// <summary>The argument that asks for the demo shop.</summary>
    public const string Flag = "--demo";

    private const string Email = "demo@example.com";

    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services) => services
        .AddScoped<FillSampleShop>().AddScoped<SampleWorkshop>().AddScoped<SampleExpenses>().AddScoped<SampleQuery>().AddScoped<EmptyShop>()
        .AddSingleton(new SettingsLink("Sample", "settings/sample", "sample", "Looked around? Begin with an empty shop.", (db, cancel) => new SampleQuery(db).AnyAsync(cancel)));

    /// <summary>Filling the present shop, from the empty first screen and by the API.</summary>
    public static void MapDemo(this IEndpointRouteBuilder app, IEndpointRouteBuilder shop)
    {
        app.MapPost("/{shop}/sample", FillFromPageAsync).RequirePermission(Permission.ManageShop).ExcludeFromDescription();
        shop.MapPost("/sample", FillAsync).RequirePermission(Permission.ManageShop).WithTags("Shop").WithName("fillSampleShop").WithSummary("Fill an empty shop with a believable year");
        shop.MapDelete("/sample", EmptyAsync).RequirePermission(Permission.ManageShop).WithTags("Shop").WithName("emptySampleShop").WithSummary("Empty a shop that holds the sample; its name is asked for, because nothing brings it back");
    }

    /// <summary>Makes the demo account and its filled shop and prints how to sign in.</summary>
    public static async Task FillDemoAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (services, cancel) = (scope.ServiceProvider, app.Lifetime.ApplicationStopping);
        var users = services.GetRequiredService<UserManager<User>>();
        if (await users.FindByEmailAsync(Email) is not null)
        {
            Console.WriteLine($"The demo shop is there already; sign in as {Email} with the password that was printed when it was made.");
            return;
        }

        var password = app.Configuration["Demo:Password"] ?? "demo-" + Guid.CreateVersion7().ToString("N")[^10..];
        await using (var write = await services.GetRequiredService<AppDb>().BeginWriteAsync(cancel))
        {
            var account = await services.GetRequiredService<CreateAccount>().RunAsync(Email, password);
            await services.GetRequiredService<OpenShop>().RunAsync(account.Value!.Id, Through.Demo, new NewShop("Hollow Lane Pottery", "GB", "GBP", "Europe/London"), cancel);
            await write.CommitAsync(cancel);
        }

        await services.GetRequiredService<FillSampleShop>().RunAsync(cancel);
        Console.WriteLine($"The demo shop is ready. Sign in as {Email} with the password {password}");
    }

    // The form is asked for so that its antiforgery token is checked.
    private static async Task<IResult> FillFromPageAsync(IFormCollection form, FillSampleShop fill, CurrentShop current, Flash flash, CancellationToken cancel)
    {
        var filled = await fill.RunAsync(cancel);
        flash.Say(filled.Succeeded ? $"A sample year with {filled.Value:N0} sales is in. Look around." : filled.Problems[0].Message);
        return Results.Redirect($"/{current.Facts.Slug}");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EmptyAsync([Required] string name, EmptyShop empty, CancellationToken cancel)
    {
        var emptied = await empty.RunAsync(name, cancel);
        return emptied.Succeeded ? TypedResults.NoContent() : emptied.Problems.ToResult();
    }

    private static async Task<IResult> FillAsync(FillSampleShop fill, CancellationToken cancel)
    {
        var filled = await fill.RunAsync(cancel);
        return filled.Succeeded ? Results.Ok(new { sales = filled.Value }) : filled.Problems.ToResult();
    }
}
