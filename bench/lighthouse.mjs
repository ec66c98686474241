#!/usr/bin/env node
// Lighthouse looks at one address as a phone on slow 4G, three times, each in a new browser that has nothing cached:
//   bench/lighthouse.mjs http://localhost:5080/my-shop 'ac-session=…' out-folder
// It is installed into the out-folder at the first run. The cookie is a real one: headers added from outside do not reach event streams.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { join, resolve } from "node:path";

const [address, cookies = "", out = "lighthouse-out"] = process.argv.slice(2);
const folder = resolve(out);
mkdirSync(folder, { recursive: true });
if (!existsSync(join(folder, "node_modules", "lighthouse")))
  execFileSync("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--silent", "--prefix", folder, "lighthouse@13"], { stdio: ["ignore", 2, 2] });

const need = createRequire(join(folder, "package.json"));
const load = async name => (await import(pathToFileURL(need.resolve(name)))).default;
const [lighthouse, puppeteer] = [await load("lighthouse"), await load("puppeteer-core")];

const runs = [];
for (let run = 1; run <= 3; run++) {
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-headless-shell"].find(existsSync), args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  for (const [name, value] of cookies.split("; ").filter(Boolean).map(cookie => cookie.split(/=(.*)/s)))
    await browser.setCookie({ name, value, domain: new URL(address).hostname, path: "/", httpOnly: true });
  const result = await lighthouse(address, { disableStorageReset: true, logLevel: "error" }, undefined, page);
  await browser.close();
  writeFileSync(join(folder, `run${run}.json`), JSON.stringify(result.lhr));
  runs.push(result.lhr);
}

const median = pick => runs.map(pick).sort((a, b) => a - b)[1];
const lines = [`| Lighthouse ${runs[0].lighthouseVersion}, mobile | median of 3 |`, "| --- | ---: |"];
for (const [key, category] of Object.entries(runs[0].categories))
  lines.push(`| ${category.title} | ${Math.round(100 * median(run => run.categories[key].score ?? 0))} |`);
for (const key of ["first-contentful-paint", "largest-contentful-paint", "speed-index", "total-blocking-time"])
  lines.push(`| ${runs[0].audits[key].title}, ms | ${Math.round(median(run => run.audits[key].numericValue))} |`);
lines.push(`| ${runs[0].audits["cumulative-layout-shift"].title} | ${median(run => run.audits["cumulative-layout-shift"].numericValue).toFixed(3)} |`);
lines.push(`| how fast this machine was (benchmarkIndex; a quiet desk has 1,500 to 2,000) | ${Math.round(median(run => run.environment.benchmarkIndex))} |`);
const lost = Object.values(runs[0].categories).flatMap(category => category.auditRefs
  .map(ref => ({ weight: ref.weight, audit: runs[0].audits[ref.id] }))
  .filter(({ weight, audit }) => weight > 0 && audit.score !== null && audit.score < 0.9)
  .map(({ audit }) => `${category.title}: ${audit.title}`));
lines.push("", lost.length ? `What cost points: ${lost.join("; ")}.` : "Nothing cost points.");
writeFileSync(join(folder, "scores.md"), lines.join("\n") + "\n");
console.log(lines.join("\n"));
