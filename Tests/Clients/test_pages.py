"""Chromium shows the pages of an output folder, and axe-core finds nothing wrong.

Each page is checked at the widths of a phone and a laptop, and printed on A4. With SCREENSHOTS=FOLDER the pictures are
kept.
"""

import base64
import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import urllib.parse

from selenium import webdriver
from selenium.webdriver.common.by import By

import harness

# Only the script of axe-core is used; Selenium drives the browser.
AXE = pathlib.Path(importlib.util.find_spec("axe_playwright_python").origin).parent / "axe.min.js"
WIDTHS = {"phone": 375, "laptop": 1280}
SIZE = re.compile(r"\((?:[A-Za-z ]+), ([\d.]+) (bytes|kB|MB)\)")


def browser():
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
        "--no-default-browser-check", "--disable-search-engine-choice-screen", "--disable-dev-shm-usage",
    ):
        options.add_argument(argument)
    return webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))


def check_axe(driver, name):
    driver.execute_script(AXE.read_text(encoding="utf-8"))
    found = driver.execute_async_script(
        "const done = arguments[0]; axe.run(document, {resultTypes: ['violations', 'incomplete']}).then(done)")
    violations = [
        f"{problem['id']} ({problem['impact']}): {problem['help']}: {[node['html'][:160] for node in problem['nodes'][:3]]}"
        for problem in found["violations"]
    ]
    undecided = sorted({problem["id"] for problem in found["incomplete"]})
    assert not violations, "\n".join([name, *violations])
    return len(found["passes"]), undecided


def check_page(driver, page, name):
    """Checks what axe-core does not: the page loads nothing, every link has a target, and the stated file sizes are
    right."""
    asked = driver.execute_script("return performance.getEntriesByType('resource').map(entry => entry.name)")
    assert not asked, f"{name}: asks for {asked}"
    assert not driver.find_elements(By.TAG_NAME, "script"), f"{name}: has a script"
    source = page.read_text(encoding="utf-8")
    assert not re.search(r"https?://", source), f"{name}: names an address elsewhere"
    links = driver.find_elements(By.TAG_NAME, "a")
    assert links, f"{name}: no links"
    for link in links:
        address = link.get_dom_attribute("href")
        target, _, fragment = address.partition("#")
        file = page if not target else page.parent / urllib.parse.unquote(target)
        assert file.exists(), f"{name}: {address} leads nowhere"
        if not target:
            assert driver.find_elements(By.ID, fragment), f"{name}: #{fragment} is not on the page"
        stated = SIZE.search(link.find_element(By.XPATH, "..").text) if target else None
        if stated:
            size = file.stat().st_size / {"bytes": 1, "kB": 1000, "MB": 1_000_000}[stated[2]]
            assert abs(size - float(stated[1])) <= (0.5 if stated[2] != "MB" else 0.05), f"{name}: {address} is {size}"
    return len(links)


def check_print(driver, folder, name):
    """Checks that no printed page is empty, and that details which are closed on the screen are printed."""
    pdf = folder / f"{name}.pdf"
    printed = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    pdf.write_bytes(base64.b64decode(printed["data"]))
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    pages = text.split("\f")[:-1]
    for number, words in enumerate(pages, 1):
        assert len(words.split()) > 3, f"{name}: page {number} of {len(pages)} is empty"
    for caption in driver.find_elements(By.CSS_SELECTOR, "details th[scope=col]"):
        wanted = caption.get_attribute("textContent").split()[0]
        assert wanted in text, f"{name}: '{wanted}' is not printed"
    if os.environ.get("SCREENSHOTS"):
        kept = pathlib.Path(os.environ["SCREENSHOTS"])
        subprocess.run(["pdftoppm", "-r", "60", "-png", str(pdf), str(kept / f"{name}-print")], check=True)
    return len(pages)


def test_pages_can_be_read_by_everybody(release, tmp_path, report):
    harness.needs(chromium="chromium", chromedriver="chromium-driver", pdftotext="poppler-utils")
    pages = {"index": release.parents[2] / "index.html", "release": release / "index.html"}
    passes = links = printed = 0
    undecided = set()
    driver = browser()
    try:
        for name, page in pages.items():
            for kind, width in WIDTHS.items():
                driver.execute_cdp_cmd(
                    "Emulation.setDeviceMetricsOverride",
                    {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": kind == "phone"})
                assert page.is_file(), f"{page} is not there"
                driver.get(page.resolve().as_uri())
                links += check_page(driver, page.resolve(), name)
                passed, open_questions = check_axe(driver, f"{name}, {kind}")
                passes += passed
                undecided |= set(open_questions)
                wide = driver.execute_script("return document.documentElement.scrollWidth")
                assert wide <= width, f"{name}, {kind}: {wide} wide on {width}"
                if os.environ.get("SCREENSHOTS"):
                    shot = driver.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True})
                    kept = pathlib.Path(os.environ["SCREENSHOTS"]) / f"{name}-{kind}.png"
                    kept.write_bytes(base64.b64decode(shot["data"]))
            driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
            printed += check_print(driver, tmp_path, name)
    finally:
        driver.quit()
    report(f"{passes} axe rules passed, none failed, undecided: {', '.join(sorted(undecided)) or 'none'}; "
           f"{links} links lead somewhere; {printed} printed pages, none empty")
